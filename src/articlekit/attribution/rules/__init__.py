"""The rules that find claims, and how they are run over sentences, quotations and interviews."""
