package org.rwave.trainer.network;

/**
 * The size of a {@link RowNetwork}.
 *
 * @param trunk what looks at the row
 * @param hiddenUnits units of the dense layer behind it
 * @param classes number of classes
 */
public record RowNetworkShape(TrunkShape trunk, int hiddenUnits, int classes) {
    public RowNetworkShape {
        if (!(hiddenUnits > 0 && classes > 1)) {
            throw new IllegalArgumentException("a network needs hidden units and at least two classes, was given "
                    + hiddenUnits + " and " + classes);
        }
    }
}
