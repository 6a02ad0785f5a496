"""The rules' reading and the labeller's reading of an article, merged into one list of claim drafts.

In the order in which they run: ``stray_content`` (content that the labeller gives to nobody or to the wrong speaker) →
``merge_readings`` (which rule claim is about which labelled claim, and which claims stay) → ``label_drafts`` (a claim draft of what
the labeller reads) → ``arbiter`` (which of two drafts of one claim wins, role by role).
"""
