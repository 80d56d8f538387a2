package dev.earlyphase.deploy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import static dev.earlyphase.deploy.YamlFile.each;

/** Who reaches whom inside the namespace, as NetworkPolicies have it. */
record NetworkRules(List<JsonNode> policies) {
    static NetworkRules among(List<JsonNode> objects) {
        return new NetworkRules(objects.stream()
                .filter(object -> object.path("kind").asText().equals("NetworkPolicy"))
                .toList());
    }

    /** Lines such as {@code gateway → orchestrator:8081}. */
    Set<String> arrows(List<Pod> pods) {
        Set<String> arrows = new TreeSet<>();
        for (Pod from : pods) {
            for (Pod to : pods) {
                for (int port : to.ports()) {
                    if (allows("Egress", from, to, to, port) && allows("Ingress", to, from, to, port)) {
                        arrows.add("%s → %s:%d".formatted(from.name(), to.name(), port));
                    }
                }
            }
        }
        return arrows;
    }

    /** Without a policy for its direction a pod would be open; with some, one of them has to allow it. */
    private boolean allows(String direction, Pod subject, Pod peer, Pod server, int port) {
        List<JsonNode> own = policies.stream()
                .filter(policy -> each(policy.at("/spec/policyTypes"))
                        .anyMatch(type -> type.asText().equals(direction)))
                .filter(policy -> selects(policy.at("/spec/podSelector"), subject))
                .toList();
        String rules = direction.equals("Egress") ? "egress" : "ingress";
        String peers = direction.equals("Egress") ? "to" : "from";
        return own.isEmpty()
                || own.stream()
                        .flatMap(policy -> each(policy.at("/spec/" + rules)))
                        .anyMatch(
                                rule -> includes(rule.path(peers), peer) && includes(rule.path("ports"), server, port));
    }

    /** Other namespaces and addresses outside are not among the pods asked about. */
    private static boolean includes(JsonNode peers, Pod peer) {
        return peers.isMissingNode()
                || each(peers)
                        .anyMatch(one -> !one.has("namespaceSelector")
                                && one.has("podSelector")
                                && selects(one.path("podSelector"), peer));
    }

    private static boolean includes(JsonNode ports, Pod server, int port) {
        return ports.isMissingNode() || each(ports).anyMatch(one -> server.port(one.path("port")) == port);
    }

    private static boolean selects(JsonNode selector, Pod pod) {
        boolean labels = selector.path("matchLabels").properties().stream()
                .allMatch(label -> pod.labels().path(label.getKey()).equals(label.getValue()));
        boolean expressions = each(selector.path("matchExpressions")).allMatch(expression -> {
            JsonNode value = pod.labels().path(expression.path("key").asText());
            return switch (expression.path("operator").asText()) {
                case "In" -> each(expression.path("values")).anyMatch(value::equals);
                case "Exists" -> !value.isMissingNode();
                case String other -> throw new IllegalArgumentException(other);
            };
        });
        return labels && expressions;
    }
}
