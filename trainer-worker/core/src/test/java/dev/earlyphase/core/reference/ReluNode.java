package dev.earlyphase.core.reference;

final class ReluNode implements Node {
    private double[] y;

    @Override
    public double[] forward(double[] x, int examples, boolean training) {
        y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.max(0, x[i]);
        }
        return y;
    }

    @Override
    public double[] backward(double[] dy) {
        double[] dx = new double[dy.length];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0;
        }
        return dx;
    }
}
