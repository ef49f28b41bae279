"""The interface does what its own description says, whatever it is asked."""
import subprocess
import sys

from conftest import ROOT


def test_description_and_answers_agree(fresh):
    ran = subprocess.run(
        [str(ROOT / ".build-browser/bin/schemathesis"), "run", fresh.address + "/api/openapi.json",
         "--max-examples", "15", "--seed", "6", "--header", "Parley-Client: test",
         "--checks", "not_a_server_error,content_type_conformance,response_schema_conformance",
         "--mode", "all", "--no-color"],
        capture_output=True, text=True, check=False)
    sys.stdout.write(ran.stdout)
    assert ran.returncode == 0, ran.stdout[-3000:]
