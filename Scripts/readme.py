"""Writes measured figures and real output into README.md, between the marks of a place."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def write(path, text):
    """Writes a file as a whole: to a temporary name beside it, then renamed."""
    with open(path + ".new", "w", encoding="utf-8") as stream:
        stream.write(text)
    os.replace(path + ".new", path)


def fill(place, content):
    """Replaces what stands between `<!-- place -->` and `<!-- end of place -->`."""
    readme = os.path.join(ROOT, "README.md")
    with open(readme, encoding="utf-8") as stream:
        text = stream.read()
    start, end = f"<!-- {place} -->\n", f"<!-- end of {place} -->"
    before, rest = text.split(start, 1)
    write(readme, before + start + content + end + rest.split(end, 1)[1])
