package dev.earlyphase.contracts.canonical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanonicalJsonTest {
    @Test
    void members_are_sorted_and_absent_ones_left_out() {
        var members = new LinkedHashMap<String, Object>();
        members.put("b", List.of(1, "x", true));
        members.put("a", Map.of());
        members.put("c", null);

        assertThat(CanonicalJson.write(members)).isEqualTo("{\"a\":{},\"b\":[1,\"x\",true]}");
    }

    @Test
    void equal_numbers_are_written_alike() {
        assertThat(CanonicalJson.write(List.of(1e-4, 0.0001f, 100.0, 100L, -0.0, 1e20)))
                .isEqualTo("[0.0001,0.0001,100,100,0,100000000000000000000]");
    }

    @Test
    void text_is_escaped_as_json_demands() {
        assertThat(CanonicalJson.write("a\"b\\c\n\u0001é")).isEqualTo("\"a\\\"b\\\\c\\u000a\\u0001é\"");
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.write(Double.NaN)).hasMessageContaining("NaN");
    }

    @Property
    void any_reader_of_json_reads_it_back(@ForAll Map<String, String> members) throws JsonProcessingException {
        String written = CanonicalJson.write(members);

        assertThat(new ObjectMapper().readValue(written, Map.class)).isEqualTo(members);
    }

    @Property
    void the_order_of_members_does_not_matter(@ForAll Map<String, Integer> members) {
        var names = new ArrayList<>(members.keySet());
        Collections.reverse(names);
        var reversed = new LinkedHashMap<String, Integer>();
        names.forEach(name -> reversed.put(name, members.get(name)));

        assertThat(CanonicalJson.sha256(reversed)).isEqualTo(CanonicalJson.sha256(new TreeMap<>(members)));
    }
}
