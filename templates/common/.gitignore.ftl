/build_artifacts/
*.pyc
