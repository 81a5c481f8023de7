/** The label of a caption or heading among its words, of bookdown or LaTeX: `(\#fig:map)`, `\label{map}`. */
export const labelInWords = /[ \t]*(?:\(\\#([A-Za-z][\w:.-]*)\)|\\label\{([A-Za-z][\w:.-]*)\})[ \t]*/;
