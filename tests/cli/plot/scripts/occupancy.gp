# cellbook 0.1.0
# digest of the book dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
set encoding utf8
set terminal dumb size 80,28 noenhanced mono
set border 3
set samples 2
set label 1 'Occupancy by section' at screen 0.5, character 27 center
set key at screen 0.5, character 27 center top horizontal maxcols 2 Left reverse samplen 3
set label 2 'Persons and places (number)' at character 1, character 24 left
set tmargin 4
set xlabel 'Section'
set xrange [-0.6:1.6]
set xtics out nomirror ('posta' 0, 'guanay' 1)
set yrange [0:500]
set ytics out nomirror ('0' 0, '100' 100, '200' 200, '300' 300, '400' 400, '500' 500)
set bmargin 4
set label 3 'Source: town.book; 2018Q1; cellbook 0.1.0; digest of the book dddddddddddd' at character 1, character 0 left
$series1 << END
0 180
1 420
END
$series2 << END
0 120
1 95
END
plot $series1 using ($1 + 0.8 * 0 / 2):2:(0.8 / 1) with boxes fillstyle solid 1.0 border linecolor '#000000' linecolor '#bcd3e6' linewidth 1 title 'persons', \
     $series2 using ($1 - 0.45):2:(0.9):(0) with vectors nohead linetype 1 linecolor '#000000' linewidth 3 dashtype solid title 'places'
