package dev.gangway.ui.kit;

/** Goes from one screen to another without either knowing the other. Used on the UI thread only. */
public interface Navigator {
    /** Id of the station screen. */
    String STATION = "station";
    /** Id of the batches. */
    String BATCHES = "batches";
    /** Id of the recipes; its subjects are names of recipes. */
    String RECIPES = "recipes";
    /** Id of the list of devices; its subjects are device ids, several with commas between. */
    String DEVICES = "devices";
    /** Id of the test bench; its subjects are device ids. */
    String BENCH = "bench";
    /** Id of the live session; its subjects are device ids. */
    String WATCH = "watch";
    /** Id of the list of authorities. */
    String AUTHORITIES = "authorities";
    /** Id of the list of certificates. */
    String CERTIFICATES = "certificates";
    /** Id of the screen for tokens. */
    String TOKENS = "tokens";
    /** Id of the list of servers; its subjects are server ids. */
    String SERVERS = "servers";
    /** Id of what waits for its server. */
    String OUTBOX = "outbox";
    /** Id of the audit log. */
    String AUDIT = "audit";
    /** Id of the settings. */
    String SETTINGS = "settings";

    /** Id of the help; its subjects are chapters of the guide, and codes of diagnoses. */
    String HELP = "help";

    /** Shows a screen; does nothing where there is none of this id. */
    void open(String screen);

    /** Shows a screen with one thing selected, for example {@code open(BENCH, device.id().toString())}. */
    void open(String screen, String subject);
}
