package dev.gangway.ui.authorities;

import dev.gangway.authorities.Authority;
import dev.gangway.ui.authorities.AuthoritiesViewModel.AuthorityNode;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.text.Words;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/** Each authority under the one that vouches for it. */
final class AuthorityTree extends TreeTableView<AuthorityNode> {
    private final Words words;
    private final InstantSource clock;

    AuthorityTree(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
        setId("authorities");
        setShowRoot(false);
        setRoot(new TreeItem<>());
        setAccessibleText(words.get("authorities.title"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("name", 250, node -> NodeColumn.name(node.name(), "strong")));
        getColumns().add(column("until", 130, this::until));
        getColumns()
                .add(column(
                        "issued",
                        90,
                        node -> NodeColumn.text(
                                words.formats().number(node.issued().size()), "muted")));
    }

    /** Shows these, and selects one again. */
    void show(List<AuthorityNode> nodes, Optional<UUID> selected) {
        Map<UUID, TreeItem<AuthorityNode>> items = new HashMap<>();
        nodes.forEach(node -> items.put(node.authority().id(), new TreeItem<>(node)));
        TreeItem<AuthorityNode> top = new TreeItem<>();
        for (AuthorityNode node : nodes) {
            Authority authority = node.authority();
            TreeItem<AuthorityNode> item = items.get(authority.id());
            TreeItem<AuthorityNode> above = authority.parent().map(items::get).orElse(top);
            if (item != null && above != null) {
                item.setExpanded(true);
                above.getChildren().add(item);
            }
        }
        setRoot(top);
        selected.map(items::get).ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::selectFirst);
    }

    /** The one that is selected. */
    Optional<AuthorityNode> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private TreeTableColumn<AuthorityNode, AuthorityNode> column(
            String key, double width, Function<AuthorityNode, Node> show) {
        return NodeColumn.inTree(words.get("authorities.column." + key), width, show);
    }

    private Node until(AuthorityNode node) {
        TimeToExpiry expiry = TimeToExpiry.of(node.authority().end(), clock.instant());
        return new Chip(
                expiry.level(),
                expiry.isOver()
                        ? expiry.brief(words)
                        : words.formats().date(node.authority().end()));
    }
}
