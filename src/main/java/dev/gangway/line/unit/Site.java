package dev.gangway.line.unit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where and by whom units are brought on board; goes into the record of each.
 *
 * @param station whose chain of records it is; its name is the same from shift to shift
 * @param operator who works there; empty where nobody signed on
 * @param lot of production; empty for none
 * @param labelling what labels are printed on and how they are looked at; empty where the recipe's label is not printed
 *     here, so that recipes with one are refused
 * @param question that is asked before work starts on a unit
 */
public record Site(
        String station, String operator, String lot, Optional<Labelling> labelling, Optional<Question> question) {
    /** This machine by its name in the network, nobody signed on, no lot, no labels. */
    public static Site here() {
        return new Site(machine(), "", "", Optional.empty(), Optional.empty());
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "station";
        }
    }

    /** The same under this name. */
    public Site named(String changed) {
        return new Site(changed, operator, lot, labelling, question);
    }

    /** The same with somebody else at work. */
    public Site operatedBy(String changed) {
        return new Site(station, changed, lot, labelling, question);
    }

    /** The same in another lot. */
    public Site inLot(String changed) {
        return new Site(station, operator, changed, labelling, question);
    }

    /** The same with labels. */
    public Site labelling(Labelling changed) {
        return new Site(station, operator, lot, Optional.of(changed), question);
    }

    /** The same with a question before each unit. */
    public Site asking(Question changed) {
        return new Site(station, operator, lot, labelling, Optional.of(changed));
    }
}
