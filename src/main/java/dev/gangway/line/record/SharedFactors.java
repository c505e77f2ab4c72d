package dev.gangway.line.record;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds moduli that share a prime, by products and remainders (D. J. Bernstein, "How to find smooth parts of integers",
 * and Heninger and others, "Mining Your Ps and Qs", 2012). Sets of moduli are held against each other, so that no
 * product outgrows what the JDK multiplies well; time grows with the square of their number beyond one set.
 */
final class SharedFactors {
    /** Moduli in one product. */
    private static final int SET = 8_192;

    private SharedFactors() {}

    /** Indexes of moduli that share a factor with another; each modulus must be there once. */
    static SortedSet<Integer> among(List<BigInteger> moduli) {
        SortedSet<Integer> found = new TreeSet<>();
        List<List<List<BigInteger>>> trees = new ArrayList<>();
        for (int from = 0; from < moduli.size(); from += SET) {
            trees.add(tree(moduli.subList(from, Math.min(moduli.size(), from + SET))));
        }
        for (int i = 0; i < trees.size(); i++) {
            BigInteger own = trees.get(i).getLast().getFirst();
            List<BigInteger> rest = remainders(own, trees.get(i), true);
            collect(rest, moduli, i, true, found);
            for (int j = 0; j < trees.size(); j++) {
                if (j != i) {
                    collect(
                            remainders(trees.get(j).getLast().getFirst(), trees.get(i), false),
                            moduli,
                            i,
                            false,
                            found);
                }
            }
        }
        return found;
    }

    private static void collect(
            List<BigInteger> rest, List<BigInteger> moduli, int set, boolean squares, SortedSet<Integer> found) {
        for (int k = 0; k < rest.size(); k++) {
            BigInteger modulus = moduli.get(set * SET + k);
            BigInteger other = squares ? rest.get(k).divide(modulus) : rest.get(k);
            if (!other.gcd(modulus).equals(BigInteger.ONE)) {
                found.add(set * SET + k);
            }
        }
    }

    /** The moduli, then the products of two, of four, to that of all. */
    private static List<List<BigInteger>> tree(List<BigInteger> moduli) {
        List<List<BigInteger>> levels = new ArrayList<>(List.of(moduli));
        while (levels.getLast().size() > 1) {
            List<BigInteger> below = levels.getLast();
            List<BigInteger> level = new ArrayList<>();
            for (int i = 0; i < below.size(); i += 2) {
                level.add(i + 1 < below.size() ? below.get(i).multiply(below.get(i + 1)) : below.get(i));
            }
            levels.add(level);
        }
        return levels;
    }

    /** What is left of a number by each modulus, or by its square. */
    private static List<BigInteger> remainders(BigInteger number, List<List<BigInteger>> tree, boolean squares) {
        List<BigInteger> above = List.of(number);
        for (int level = tree.size() - 1; level >= 0; level--) {
            List<BigInteger> here = new ArrayList<>();
            for (int i = 0; i < tree.get(level).size(); i++) {
                BigInteger divisor = tree.get(level).get(i);
                BigInteger from = level == tree.size() - 1 ? number : above.get(i / 2);
                here.add(from.mod(squares ? divisor.multiply(divisor) : divisor));
            }
            above = here;
        }
        return above;
    }
}
