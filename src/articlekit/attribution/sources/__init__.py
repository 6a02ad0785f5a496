"""Who is who: what the words of a source tell about it, and which words mean the same one."""
