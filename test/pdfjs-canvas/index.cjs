// pdf.js makes one of each when it is loaded, and uses them where it draws.
exports.DOMMatrix = class {};
exports.ImageData = class {};
exports.Path2D = class {};
