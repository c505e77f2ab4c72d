package dev.gangway.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Event;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** The newest packets, and what a table hears of them. */
class PacketListTest {
    private static final int MOST = 5;

    private final PacketList list = new PacketList(MOST);
    private final List<Integer> moves = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    PacketListTest() {
        list.onMove(moves::add);
        list.addListener((ListChangeListener<Event>) change -> {
            while (change.next()) {
                changes.add("+" + change.getAddedSize() + "-" + change.getRemovedSize());
            }
        });
    }

    @Test
    void growsAndSaysSo() {
        list.append(Packets.of(0, 3));
        list.append(Packets.of(3, 1));
        assertThat(Packets.numbers(list)).containsExactly(0, 1, 2, 3);
        assertThat(changes).containsExactly("+3-0", "+1-0");
        assertThat(moves).isEmpty();
    }

    @Test
    void movesUpWhenItIsFull() {
        list.append(Packets.of(0, 4));
        list.append(Packets.of(4, 3));
        assertThat(Packets.numbers(list)).containsExactly(2, 3, 4, 5, 6);
        assertThat(changes).as("one row is new").containsExactly("+4-0", "+1-0");
        assertThat(moves).containsExactly(2);
        list.append(Packets.of(7, 1));
        assertThat(Packets.numbers(list)).containsExactly(3, 4, 5, 6, 7);
        assertThat(changes).hasSize(2);
        assertThat(moves).containsExactly(2, 1);
    }

    @Test
    void keepsTheNewestOfMoreThanItHolds() {
        list.append(Packets.of(0, 12));
        assertThat(Packets.numbers(list)).containsExactly(7, 8, 9, 10, 11);
        assertThat(moves).containsExactly(7);
    }

    @Test
    void isFilledAnew() {
        list.append(Packets.of(0, 7));
        list.replace(Packets.of(20, 9));
        assertThat(Packets.numbers(list)).containsExactly(24, 25, 26, 27, 28);
        list.replace(List.of());
        assertThat(list).isEmpty();
        list.append(Packets.of(1, 1));
        assertThat(Packets.numbers(list)).containsExactly(1);
    }
}
