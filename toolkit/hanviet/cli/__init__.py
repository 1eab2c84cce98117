"""The command line: arguments in, data on stdout, everything else on stderr."""
