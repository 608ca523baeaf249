"""SVG: its size, what it must not hold, and what of it is nobody’s business."""

import base64

import pytest

from nutgraf.images import Flaw, FlawedImageError, clean
from tests.images.makers import svg
from tests.images.test_headers import flaw, header

EDITED = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created by J. Doe -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   width="40" height="20" inkscape:export-filename="/home/doe/leak.png" viewBox="0 0 40 20">
  <metadata id="m"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li>Doe</rdf:li></rdf:RDF></metadata>
  <inkscape:view zoom="2"><g/></inkscape:view>
  <?editor open="/home/doe/leak.svg"?>
  <style><![CDATA[ .a { fill: url(#g) } ]]></style>
  <rect class='a' inkscape:label='J. > Doe' width="9" height="9"/><text>5 &lt; 6 \xe2\x80\x94 ok</text>
  <use xlink:href="#m"/>
</svg>
"""
CLEAN = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>

<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
   width="40" height="20" viewBox="0 0 40 20">
  \n  \n  \n  <style><![CDATA[ .a { fill: url(#g) } ]]></style>
  <rect class='a' width="9" height="9"/><text>5 &lt; 6 \xe2\x80\x94 ok</text>
  <use xlink:href="#m"/>
</svg>
"""

UNSAFE = {
    "<script>alert(1)</script>": "<script> can run programs or hold a whole web page",
    '<s:script xmlns:s="http://www.w3.org/2000/svg"/>': "<script> can run programs or hold a whole web page",
    "<foreignObject/>": "<foreignObject> can run programs or hold a whole web page",
    '<p xmlns="http://www.w3.org/1999/xhtml"/>': "<p> can run programs or hold a whole web page",
    '<rect onclick="alert(1)"/>': "<rect> runs a program: onclick",
    '<g ONLOAD="alert(1)"/>': "<g> runs a program: ONLOAD",
    '<a href="javascript:alert(1)"/>': "<a> leads out of the file: “javascript:alert(1)”",
    '<a xlink:href="https://example.org/"/>': "<a> leads out of the file: “https://example.org/”",
    '<image href="//example.org/x.png"/>': "<image> leads out of the file: “//example.org/x.png”",
    '<use href="other.svg#a"/>': "<use> leads out of the file: “other.svg#a”",
    '<image href="data:image/svg+xml,x"/>': "<image> leads out of the file: “data:image/svg+xml,x”",
    '<image href="data:text/html,x"/>': "<image> leads out of the file: “data:text/html,x”",
    '<feImage href="x.png"/>': "<feImage> leads out of the file: “x.png”",
    '<rect fill="url(https://example.org/#a)"/>': "“fill” leads out of the file: “https://example.org/#a”",
    "<rect style=\"fill: URL( 'x.svg#a')\"/>": "“style” leads out of the file: “x.svg#a”",
    '<rect fill="u\\72l(x)"/>': "“fill” may load other files: “\\”",
    "<style>@import 'x.css';</style>": "<style> may load other files: “@import”",
    "<style>a { background: url(x.png) }</style>": "<style> leads out of the file: “x.png”",
    "<style>@import 'x.css'; <a/> b {}</style>": "<style> may load other files: “@import”",
    "<style><![CDATA[@import 'x.css']]></style>": "<style> may load other files: “@import”",
    "<style>a { background: image-set('x.png' 1x) }</style>": "<style> may load other files: “image-set(”",
    '<set attributeName="href" to="x"/>': "<set> changes “href”",
    '<animate attributeName="xlink:href" values="x"/>': "<animate> changes “href”",
    '<set attributeName="onclick" to="x"/>': "<set> changes “onclick”",
    '<g xml:base="https://example.org/"/>': "<g> moves its references: xml:base",
    "<?xml-stylesheet href='x.css'?>": "this SVG loads a stylesheet: <?xml-stylesheet …?>",
}
PHOTO = "<image> is a photo that tells where and with what it was taken"
SAFE = [
    '<rect fill="url(#a)" style="mask: url(\'#b\'); filter:url(&quot;#c&quot;)"/>',
    '<use href="#a"/><a xlink:href="#b"/><image href=""/>',
    '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    "<style>@font-face { src: url(data:font/woff2;base64,d09GMg) } .a { fill: red; background-image: none }</style>",
    '<animate attributeName="opacity" values="0;1"/>',
    "<text>Call url(https://example.org) or C:\\src\\image (1).png; onclick=it</text>",
    '<path id="src" class="image" d="M0 0h1" data-name="C:\\x" aria-label="on the way"/>',
    "<title>T</title><desc>D</desc><symbol/><filter/><clipPath/>",
]
OPENING = 'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 4"'


def flaws(data: bytes) -> tuple[Flaw, ...]:
    with pytest.raises(FlawedImageError) as found:
        clean(data, "svg")
    return found.value.flaws


@pytest.mark.parametrize("inside", UNSAFE)
def test_what_runs_or_is_fetched_from_elsewhere_is_refused_where_it_stands(inside: str) -> None:
    (found,) = flaws(svg(inside, OPENING))
    assert (found.message, found.line) == (UNSAFE[inside], 2)
    assert found.hint.endswith("from the file, or save the drawing as PNG")


@pytest.mark.parametrize("inside", SAFE)
def test_what_stays_inside_the_file_is_published_as_it_stands(inside: str) -> None:
    assert clean(svg(inside, OPENING), "svg") == svg(inside, OPENING)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    found = flaws(svg("<script/>\n  <rect\n onclick='a' style='fill:url(b)'/>", OPENING))
    assert [(each.line, each.column) for each in found] == [(2, 1), (3, 3), (3, 3)]


@pytest.mark.parametrize("sign", [b"Exif\0\0", b"....eXIf....", b"http://ns.adobe.com/xap/1.0/\0"])
def test_a_photo_inside_a_drawing_cannot_tell_where_it_was_taken(sign: bytes) -> None:
    inside = f'<image href="data:image/jpeg;base64,\n{base64.encodebytes(b"abc" + sign).decode()}"/>'
    (found,) = flaws(svg(inside, OPENING))
    assert found.message == PHOTO


def test_entities_are_refused_before_they_are_multiplied() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;">]>' + svg("&b;")
    (found,) = flaws(bomb)
    assert (found.message, found.line) == ("this SVG declares the entity “a”", 1)
    assert flaw("bomb.svg", bomb) == found


def test_what_an_editor_keeps_for_itself_is_cut_out_and_nothing_else() -> None:
    assert clean(EDITED, "svg") == CLEAN
    assert clean(CLEAN, "svg") == CLEAN


def test_cutting_never_opens_what_was_closed() -> None:
    hidden = """<rect x=' i:a="' y='" onload="alert(1)' xmlns:i="http://i" i:b="1"/>"""
    assert clean(svg(hidden), "svg") == svg(hidden.replace(' i:b="1"', "").replace(' xmlns:i="http://i"', ""))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="300" height="150"', (300, 150)),
        ('width="300px" height="1.5e2px"', (300, 150)),
        ('width="4in" height="72pt"', (384, 96)),
        ('width="25.4mm" height="2.54cm"', (96, 96)),
        ('viewBox="0 0 1200 600.4"', (1200, 600)),
        ('viewBox="-10,-10,40,30"', (40, 30)),
        ('width="100%" height="100%" viewBox="0 0 12 6"', (12, 6)),
        ('width="60" viewBox="0 0 12 6"', (60, 30)),
        ('height="60" viewBox="0 0 12 6"', (120, 60)),
        ('width="20em" height="auto" viewBox="0 0 12 6"', (12, 6)),
        ('viewBox="0 0 .2 .1"', (1, 1)),
    ],
)
def test_a_drawing_is_as_large_as_it_says(attributes: str, size: tuple[int, int]) -> None:
    found = header("a.svg", svg("<rect/>", attributes))
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    "attributes", ["", 'width="40"', 'viewBox="0 0 12"', 'viewBox="0 0 0 0"', 'width="-4" height="2"']
)
def test_a_drawing_without_a_size_is_told_how_to_say_it(attributes: str) -> None:
    found = flaw("a.svg", b"\n" + svg("", attributes))
    assert (found.message, found.line) == ("this SVG does not say how large it is", 2)


def test_a_web_page_is_no_drawing() -> None:
    assert flaw("a.svg", b"<html><body/></html>").message == "this is a web page"


def test_a_drawing_without_its_namespace_is_shown_by_no_browser() -> None:
    assert "xmlns" in flaw("a.svg", b'<svg viewBox="0 0 4 4"/>').hint


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<svg", "this SVG is damaged: unclosed token"),
        (b"<svg x='1' x='2'/>", "this SVG is damaged: duplicate attribute"),
        (b" <", "this SVG is damaged: unclosed token"),
    ],
)
def test_a_drawing_that_is_not_well_formed_is_damaged(data: bytes, message: str) -> None:
    assert flaw("a.svg", data).message == message


def test_damage_further_down_is_found_with_its_line() -> None:
    broken = svg("<g>\n</rect>")
    assert header("a.svg", broken).width == 1200  # the first tag is sound
    (found,) = flaws(broken)
    assert (found.message, found.line) == ("this SVG is damaged: mismatched tag", 3)


def test_a_drawing_in_another_encoding_is_refused() -> None:
    latin = b'<?xml version="1.0" encoding="ISO-8859-1"?>' + svg("<text>\xe9</text>").decode().encode("latin-1")
    (found,) = flaws(latin)
    assert found == Flaw("this SVG is not UTF-8", "save it as UTF-8")
