package dev.gangway.vault.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codecs of optionals, lists and maps. In rows older than the component they are empty. */
final class Containers {
    private Containers() {}

    record OptionalCodec<T>(Codec<T> content) implements Codec<Optional<T>> {
        @Override
        public void write(CborWriter out, Optional<T> value) {
            value.ifPresentOrElse(present -> content.write(out, present), out::nothing);
        }

        @Override
        public Optional<T> read(CborReader in) {
            return in.nothing() ? Optional.empty() : Optional.of(content.read(in));
        }

        @Override
        public Optional<Optional<T>> absent() {
            return Optional.of(Optional.empty());
        }
    }

    record ListCodec<T>(Codec<T> element) implements Codec<List<T>> {
        @Override
        public void write(CborWriter out, List<T> value) {
            out.array(value.size());
            value.forEach(each -> element.write(out, each));
        }

        @Override
        public List<T> read(CborReader in) {
            int size = in.array();
            List<T> read = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                read.add(element.read(in));
            }
            return List.copyOf(read);
        }

        @Override
        public Optional<List<T>> absent() {
            return Optional.of(List.of());
        }
    }

    record MapCodec<K, V>(Codec<K> key, Codec<V> value) implements Codec<Map<K, V>> {
        @Override
        public void write(CborWriter out, Map<K, V> map) {
            out.map(map.size());
            map.forEach((k, v) -> {
                key.write(out, k);
                value.write(out, v);
            });
        }

        @Override
        public Map<K, V> read(CborReader in) {
            int size = in.map();
            Map<K, V> read = LinkedHashMap.newLinkedHashMap(size);
            for (int i = 0; i < size; i++) {
                read.put(key.read(in), value.read(in));
            }
            return Collections.unmodifiableMap(read);
        }

        @Override
        public Optional<Map<K, V>> absent() {
            return Optional.of(Map.of());
        }
    }
}
