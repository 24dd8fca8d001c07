[=settings.installer.license?remove_ending("\n")]
