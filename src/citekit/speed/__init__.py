"""What is there for speed alone; docs/speed.md says what each thing buys and what must hold."""
