"""Writes measured figures and real output into a document, between the marks of a place."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def write(path, text):
    """Writes a file as a whole: to a temporary name beside it, then renamed."""
    with open(path + ".new", "w", encoding="utf-8") as stream:
        stream.write(text)
    os.replace(path + ".new", path)


def fill(place, content, document="README.md"):
    """Replaces what stands between `<!-- place -->` and `<!-- end of place -->`."""
    path = os.path.join(ROOT, document)
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    start, end = f"<!-- {place} -->\n", f"<!-- end of {place} -->"
    before, rest = text.split(start, 1)
    write(path, before + start + content + end + rest.split(end, 1)[1])
