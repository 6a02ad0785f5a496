"""Write the digests of the encoder's weights, by which they are known to be whole when they are loaded.

    python benchmarks/training/digests.py encoder/src/articlekit_encoder

``finetune.py`` writes them with the weights; by itself this is for weights that were changed since.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path

from articlekit.attribution.labeller.encoder import DIGESTS_FILE, MODEL_FILE, PIECES_FILE


def write_digests(folder: Path) -> None:
    """Write the SHA-256 of the files in a folder."""
    digests = {name: sha256((folder / name).read_bytes()).hexdigest() for name in (MODEL_FILE, PIECES_FILE)}
    (folder / DIGESTS_FILE).write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_digests(Path(sys.argv[1]))
