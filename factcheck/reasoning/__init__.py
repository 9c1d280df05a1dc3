"""From a proposition and a knowledge base to a verdict with its proof."""
