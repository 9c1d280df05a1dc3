"""From a text to a result: sentences read, their propositions decided, the parts joined."""
