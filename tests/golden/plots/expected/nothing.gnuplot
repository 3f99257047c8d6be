cellbook: there is nothing to draw: the table behind the picture has no figures
  widen the query or its dates
exit code 2
