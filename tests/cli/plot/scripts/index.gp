# cellbook 0.1.0
# digest of the book dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
set encoding utf8
set terminal svg size 800,500 noenhanced font 'DejaVu Sans,12' background '#ffffff'
set border 3
set samples 2
set grid ytics back linetype 1 linecolor '#d8d8d8' linewidth 0.5
set label 1 'Price index' at screen 0.5, screen 480.0/500 center font 'DejaVu Sans,14'
set key at screen 0.5, screen 466.0/500 center top horizontal maxcols 3 Left reverse samplen 4
set tmargin at screen 431.0/500
set xlabel 'Period'
set xrange [-0.6:2.6]
set xtics out nomirror ('2018-01' 0, '2018-02' 1, '2018-03' 2)
set ylabel 'Index (2018-01 = 1.000)'
set yrange [0.98:1.10]
set ytics out nomirror ('0.98' 0.98, '1.00' 1.00, '1.02' 1.02, '1.04' 1.04, '1.06' 1.06, '1.08' 1.08, '1.10' 1.10)
set bmargin at screen 76.0/500
set rmargin 3
set label 3 'Source: town.book; 2018Q1; cellbook 0.1.0; digest of the book dddddddddddd' at screen 8.0/800, screen 10.0/500 left font 'DejaVu Sans,10'
$series1 << END
0 1.000
1 1.042
2 1.091
END
$series2 << END
0 1.000
1 1.021
2 0.987
END
plot 1.000 with lines linetype 1 linecolor '#404040' linewidth 1.5 dashtype (4,4) title 'base 2018-01', \
     $series1 using 1:2 with linespoints linetype 1 linecolor '#1b3a6b' linewidth 2 dashtype solid pointtype 7 pointsize 0.9 pointinterval 1 title 'laspeyres', \
     $series2 using 1:2 with linespoints linetype 1 linecolor '#e69f00' linewidth 2 dashtype (10,4) pointtype 5 pointsize 0.9 pointinterval 1 title 'paasche'
