import itertools
import time

import pycosat


def pigeons(holes, birds):
    for bird in range(birds):
        yield [bird * holes + hole + 1 for hole in range(holes)]
    for hole, (a, b) in itertools.product(range(holes), itertools.combinations(range(birds), 2)):
        yield [-(a * holes + hole + 1), -(b * holes + hole + 1)]


start = time.time()
solution = pycosat.solve(list(pigeons(5, 6)))
assert solution == 'UNSAT', solution
assert pycosat.solve([[1, -5, 4], [-1, 5, 3, 4], [-3, -4]]) != 'UNSAT'
assert time.time() - start < 60
