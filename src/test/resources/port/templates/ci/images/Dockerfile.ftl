FROM [=settings.docker.image]:[=settings.docker.tag]
