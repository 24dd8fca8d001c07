from setuptools import Extension, setup

setup(
    name='ruamel_yaml',
    version='0.15.71',
    packages=['ruamel_yaml', 'ruamel_yaml.ext'],
    ext_modules=[
        Extension('ruamel_yaml.ext._ruamel_yaml', ['ruamel_yaml/ext/_ruamel_yaml.c'], libraries=['yaml'])
    ],
)
