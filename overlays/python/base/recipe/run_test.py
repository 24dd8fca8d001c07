"""Imports what is left out silently when its library was not found."""
import platform
import sys

ppc64le = bool(platform.machine() == 'ppc64le')

import bz2
import ctypes
import lzma
import sqlite3
import ssl
import zlib

if sys.platform != 'win32':
    import curses
    import readline
    import termios

if not ppc64le:
    import tkinter
    import turtle

assert ssl.OPENSSL_VERSION.startswith('OpenSSL 1.0.2'), ssl.OPENSSL_VERSION
assert sys.version_info[:2] == (3, 7), sys.version_info
