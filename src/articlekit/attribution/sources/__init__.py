"""Who is who: what the words of a source say about it, and which mentions mean the same source.

``describe`` reads one mention, with ``main_phrase``, ``titles``, ``organizations``, ``kinds``, ``names`` and ``genders``. ``named_people`` lists the people that the
text names. ``coreference`` resolves all mentions to ``entities``, with ``match_description`` and ``pronouns``.
"""
