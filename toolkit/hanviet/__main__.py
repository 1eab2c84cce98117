"""`python -m hanviet`: the same command as `hanviet`."""

from hanviet.cli.main import main

if __name__ == "__main__":
    main()
