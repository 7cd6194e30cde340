/** d3's scales and shapes, which put themselves together in one global object, in this order. */
import '/webjars/d3-array/3.2.4/dist/d3-array.min.js';
import '/webjars/d3-color/3.1.0/dist/d3-color.min.js';
import '/webjars/d3-interpolate/3.0.1/dist/d3-interpolate.min.js';
import '/webjars/d3-format/3.1.0/dist/d3-format.min.js';
import '/webjars/d3-time/3.1.0/dist/d3-time.min.js';
import '/webjars/d3-time-format/4.1.0/dist/d3-time-format.min.js';
import '/webjars/d3-scale/4.0.2/dist/d3-scale.min.js';
import '/webjars/d3-path/3.1.0/dist/d3-path.min.js';
import '/webjars/d3-shape/3.2.0/dist/d3-shape.min.js';

export const { area, curveMonotoneX, extent, line, scaleBand, scaleLinear, scaleUtc } = globalThis.d3;
