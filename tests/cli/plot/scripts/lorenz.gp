# cellbook 0.1.0
# digest of the book dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
set encoding utf8
set terminal pdfcairo size 8.00in,5.00in noenhanced font 'DejaVu Sans,12' background '#ffffff' fontscale 0.64
set border 3
set samples 2
set grid ytics back linetype 1 linecolor '#d8d8d8' linewidth 0.5
set label 1 'Lorenz curve' at screen 0.5, screen 480.0/500 center font 'DejaVu Sans,14'
set key at screen 0.5, screen 466.0/500 center top horizontal maxcols 2 Left reverse samplen 4
set tmargin at screen 431.0/500
set xlabel 'People from the poorest on (share of all)'
set xrange [0.0:1.0]
set xtics out nomirror ('0.0' 0.0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7, '0.8' 0.8, '0.9' 0.9, '1.0' 1.0)
set ylabel 'What they have (share of all)'
set yrange [0.0:1.0]
set ytics out nomirror ('0.0' 0.0, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7, '0.8' 0.8, '0.9' 0.9, '1.0' 1.0)
set bmargin at screen 76.0/500
set rmargin 3
set label 3 'Source: town.book; 2018Q1; cellbook 0.1.0; digest of the book dddddddddddd' at screen 8.0/800, screen 10.0/500 left font 'DejaVu Sans,10'
$series1 << END
0.00 0.00
0.25 0.05
0.50 0.18
0.75 0.42
1.00 1.00
END
plot x with lines linetype 1 linecolor '#404040' linewidth 1.5 dashtype (4,4) title 'equality', \
     $series1 using 1:2 with linespoints linetype 1 linecolor '#1b3a6b' linewidth 2 dashtype solid pointtype 7 pointsize 0.9 pointinterval 1 title 'everybody'
