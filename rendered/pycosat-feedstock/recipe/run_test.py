import itertools
import time

import pycosat


def pigeons(holes, birds):
    for bird in range(birds):
        yield [bird * holes + hole + 1 for hole in range(holes)]
    for hole, (a, b) in itertools.product(range(holes), itertools.combinations(range(birds), 2)):
        yield [-(a * holes + hole + 1), -(b * holes + hole + 1)]


start = time.time()
for size in (6, 7, 8):
    solution = pycosat.solve(list(pigeons(size, size + 1)))
    assert solution == 'UNSAT', (size, solution)
assert pycosat.solve([[1, -5, 4], [-1, 5, 3, 4], [-3, -4]]) != 'UNSAT'
assert time.time() - start < 20
