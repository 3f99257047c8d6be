cellbook: one axis measures one commodity, not BOB, USD
  choose one with cur:SYMBOL, or value all in one with -X SYMBOL
exit code 2
