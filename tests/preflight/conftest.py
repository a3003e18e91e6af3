"""Tests of preflight: files are built once, each test spoils a copy."""
