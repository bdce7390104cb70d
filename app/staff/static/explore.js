// Draws the figure that stands in the page as JSON; the table beside it holds the same numbers.
(function () {
  "use strict";
  var place = document.getElementById("explorer");
  var written = document.getElementById("explorer-figure");
  if (!place || !written || !window.Plotly) return;
  place.hidden = false;
  var figure = JSON.parse(written.textContent);
  window.Plotly.newPlot(place, figure.data, figure.layout, figure.config);
})();
