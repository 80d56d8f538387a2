package dev.earlyphase.gateway.figure;

import java.util.List;

import dev.earlyphase.contracts.catalog.DataSetName;
import dev.earlyphase.contracts.catalog.NetworkName;
import dev.earlyphase.contracts.figure.Curve;
import dev.earlyphase.contracts.figure.Fact;
import dev.earlyphase.contracts.figure.Figure;
import dev.earlyphase.contracts.figure.Panel;
import dev.earlyphase.contracts.figure.Point;
import dev.earlyphase.gateway.figure.rule.Content;
import dev.earlyphase.gateway.figure.rule.FigureRule;
import dev.earlyphase.gateway.outcome.StudyOutcomes;

/** Joins what a rule found with what every figure says of its study. */
final class FigureAssembly {
    private FigureAssembly() {}

    /** @param samples whether points keep the values that they are the means of */
    static Figure of(FigureRule rule, StudyOutcomes study, Content content, boolean samples) {
        var panels = samples
                ? content.panels()
                : content.panels().stream().map(FigureAssembly::aggregated).toList();
        return new Figure(
                study.study().id(),
                rule.name(),
                rule.title(),
                study.study().name(),
                study.request().network().id(),
                study.data(),
                study.complete(),
                seeds(panels),
                panels,
                content.facts().stream().map(fact -> compared(fact, study)).toList());
    }

    /** The paper's numbers are of ResNet-20 on CIFAR-10; beside another network they say so. */
    private static Fact compared(Fact fact, StudyOutcomes study) {
        boolean same = study.request().network() == NetworkName.RESNET_20
                && study.request().dataset() == DataSetName.CIFAR_10;
        return same || fact.paper() == null
                ? fact
                : new Fact(fact.name(), fact.value(), fact.paper() + " for ResNet-20 on CIFAR-10", fact.trials());
    }

    private static int seeds(List<Panel> panels) {
        return panels.stream()
                .flatMap(panel -> panel.curves().stream())
                .flatMap(curve -> curve.points().stream())
                .mapToInt(Point::count)
                .max()
                .orElse(0);
    }

    private static Panel aggregated(Panel panel) {
        return new Panel(
                panel.title(),
                panel.x(),
                panel.y(),
                panel.curves().stream()
                        .map(curve -> new Curve(
                                curve.name(),
                                curve.kind(),
                                curve.points().stream().map(Point::aggregated).toList()))
                        .toList());
    }
}
