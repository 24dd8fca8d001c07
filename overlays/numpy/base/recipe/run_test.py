"""Imports what is compiled, and runs numpy's own tests."""
import sys

import numpy
import numpy.fft.fftpack_lite
import numpy.linalg.lapack_lite
import numpy.random.mtrand

sys.exit(not numpy.test())
