"""From a sentence to propositions, with what was understood and what was not."""
