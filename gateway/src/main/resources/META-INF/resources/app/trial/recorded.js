/** What telemetry records, with the names and axes that the page has for it. */
export const RECORDED = {
  loss: {title: 'Loss', name: 'cross-entropy', scale: 'log'},
  weightMeanMagnitude: {title: 'Magnitude of weights', name: 'mean |w|'},
  gradientMeanMagnitude: {title: 'Magnitude of gradients', name: 'mean |g|', scale: 'log'},
  gradientL2: {title: 'Gradient norm', name: 'L2 norm of g', scale: 'log'},
  signsChanged: {title: 'Signs changed since initialisation', name: 'share of weights (%)', percent: true},
  distance: {title: 'Distance from initialisation', name: 'L2 norm of w − w₀'},
  cosine: {title: 'Cosine to initialisation', name: 'cos(w, w₀)'},
  learningRate: {title: 'Learning rate', name: 'learning rate'},
  traced: {title: 'Single weights', name: 'w'},
};

/** Of which there is one value for each layer. */
export const BY_LAYER = ['weightMeanMagnitude', 'gradientMeanMagnitude', 'gradientL2', 'signsChanged', 'distance', 'cosine'];

/** A curve of the API as points of a chart, each in the middle of its piece of the axis. */
export function points({first, last}, {low, mean, high}, scale) {
  return first.map((from, i) => ({
    x: middle(from, last[i], scale),
    mean: mean[i],
    low: low[i],
    high: high[i],
    std: 0,
    count: 1,
  }));
}

export const middle = (from, to, scale) => Math.round(scale === 'log' && from > 0 ? Math.sqrt(from * to) : (from + to) / 2);

/** The axis of a chart for something that is recorded. */
export const axis = ({name, scale = 'linear', percent = false}) => ({name, scale, percent});
