package org.rwave.ecg.score;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.Annotation;

/** Says what each annotation of one annotator means to runs, by the state machine of {@code rxr}. */
final class RunLabeller {
    private final RunKind kind;
    private final ClassMapping mapping;
    private boolean isAtrialFibrillation;
    private boolean isVentricularFibrillation;
    private boolean isUnreadable;

    private RunLabeller(RunKind kind, ClassMapping mapping) {
        this.kind = kind;
        this.mapping = mapping;
    }

    static List<RunMark> label(List<Annotation> annotations, RunKind kind, ClassMapping mapping) {
        RunLabeller labeller = new RunLabeller(kind, mapping);
        List<RunMark> marks = new ArrayList<>(annotations.size());
        for (Annotation annotation : annotations) {
            marks.add(new RunMark(annotation.sampleIndex(), labeller.role(annotation)));
        }
        return marks;
    }

    private RunRole role(Annotation annotation) {
        return switch (annotation.code()) {
            case SIGNAL_QUALITY_CHANGE -> quality(BeatCursor.isStartOfShutdown(annotation));
            case FLUTTER_ONSET -> ventricularFibrillationStarts();
            case FLUTTER_END -> isVentricularFibrillation ? ventricularFibrillationEnds() : RunRole.NONE;
            case RHYTHM_CHANGE -> rhythm(annotation.aux());
            default -> mapping.classOf(annotation.code()).map(this::beat).orElse(RunRole.NONE);
        };
    }

    private RunRole beat(BeatClass beatClass) {
        boolean isMember = switch (kind) {
            case VENTRICULAR -> beatClass.isVentricular();
            case SUPRAVENTRICULAR -> beatClass == BeatClass.S || (beatClass == BeatClass.N && isAtrialFibrillation);
        };
        return isMember ? RunRole.MEMBER : RunRole.OTHER_BEAT;
    }

    private RunRole quality(boolean isStartOfShutdown) {
        boolean isNew = isStartOfShutdown && !isUnreadable;
        isUnreadable = isStartOfShutdown;
        return isNew ? RunRole.UNREADABLE : RunRole.NONE;
    }

    private RunRole rhythm(String name) {
        if (name.isEmpty()) {
            return RunRole.NONE;
        }
        if (name.startsWith("(AF")) { // atrial flutter, (AFL, too
            return atrialFibrillationStarts();
        }
        if (name.startsWith("(VF")) { // ventricular flutter, (VFL, too
            return ventricularFibrillationStarts();
        }
        if (isAtrialFibrillation) {
            isAtrialFibrillation = false;
            return endOf(RunKind.SUPRAVENTRICULAR);
        }
        return isVentricularFibrillation ? ventricularFibrillationEnds() : RunRole.NONE;
    }

    private RunRole atrialFibrillationStarts() {
        if (isAtrialFibrillation) {
            return RunRole.NONE;
        }
        isAtrialFibrillation = true;
        isVentricularFibrillation = false;
        return startOf(RunKind.SUPRAVENTRICULAR);
    }

    private RunRole ventricularFibrillationStarts() {
        if (isVentricularFibrillation) {
            return RunRole.NONE;
        }
        isVentricularFibrillation = true;
        isAtrialFibrillation = false;
        return startOf(RunKind.VENTRICULAR);
    }

    private RunRole ventricularFibrillationEnds() {
        isVentricularFibrillation = false;
        return endOf(RunKind.VENTRICULAR);
    }

    private RunRole startOf(RunKind fibrillation) {
        return fibrillation == kind ? RunRole.FIBRILLATION_START : RunRole.OTHER_FIBRILLATION_START;
    }

    private RunRole endOf(RunKind fibrillation) {
        return fibrillation == kind ? RunRole.FIBRILLATION_END : RunRole.OTHER_FIBRILLATION_END;
    }
}
