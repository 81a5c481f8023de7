#!/bin/sh
# Pandoc's reader of JATS leaves out words of valid files: a work under `citation-alternatives`, the title and the paragraphs of a list of works,
# `mixed-citation`, the title of a statement, a quotation or verse, and the credit of a figure (`attrib`). Items of a list inside a paragraph,
# which a note needs, are joined where no white space stands between their tags. Seen with Pandoc 2.17.1.1, of Debian 12.
set -eu
command -v pandoc >/dev/null || { echo 'Pandoc is not installed.'; exit 0; }
read() { # body, back
  printf '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><journal-meta/><article-meta/></front><body>%s</body><back>%s</back></article>' "$1" "${2-}" |
    pandoc -f jats -t plain | tr '\n' ' ' | sed 's/  */ /g; s/^ //; s/ $//'
  echo
}
work='<source>Arch</source>'
seen=$(
  pandoc --version | head -n 1
  echo "list of works: $(read '<p>x</p>' "<ref-list><title>Works</title><p>Seen</p><ref id='a'><mixed-citation>Roe. $work</mixed-citation></ref></ref-list>")"
  echo "statement: $(read '<statement><label>1</label><title>Name</title><p>x</p></statement>')"
  echo "quotation: $(read '<disp-quote><title>Name</title><p>x</p></disp-quote>')"
  echo "verse: $(read '<verse-group><title>Name</title><verse-line>x</verse-line></verse-group>')"
  echo "figure: $(read '<fig><caption><p>Words</p></caption><graphic xlink:href="a.png"/><attrib>Roe</attrib></fig>')"
  echo "note: $(read '' '<fn-group><fn id="n"><p><list list-type="bullet"><list-item><p>one</p></list-item><list-item><p>two</p></list-item></list></p></fn></fn-group>')"
)
echo "$seen"
expected='pandoc 2.17.1.1
list of works: x
statement: x
quotation: x
verse: x
figure: [Words]
note: onetwo'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
