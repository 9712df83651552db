"""The engines to measure, each as a function that gives CPU seconds of one run."""
