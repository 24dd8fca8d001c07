puts "hello from tcl [info patchlevel]"
