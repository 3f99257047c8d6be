# cellbook 0.1.0
# digest of the book dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
set encoding utf8
set terminal svg size 800,500 noenhanced font 'DejaVu Sans,12' background '#ffffff'
set border 3
set samples 2
set grid ytics back linetype 1 linecolor '#d8d8d8' linewidth 0.5
set label 1 'Rents by section and grade' at screen 0.5, screen 480.0/500 center font 'DejaVu Sans,14'
unset key
set tmargin at screen 464.0/500
set xlabel 'Section and grade'
set xrange [-0.6:1.6]
set xtics out nomirror ('posta 5 (n=42)' 0, 'guanay 2 (n=17)' 1)
set ylabel 'Rent a month (BOB)'
set yrange [0:1600]
set ytics out nomirror ('0' 0, '200' 200, '400' 400, '600' 600, '800' 800, '1 000' 1000, '1 200' 1200, '1 400' 1400, '1 600' 1600)
set bmargin at screen 90.0/500
set rmargin 3
set label 3 'Whiskers reach from minimum to maximum; a box holds the middle half, a stroke is the median.' at screen 8.0/800, screen 24.0/500 left font 'DejaVu Sans,10'
set label 4 'Source: town.book; 2018Q1; cellbook 0.1.0; digest of the book dddddddddddd' at screen 8.0/800, screen 10.0/500 left font 'DejaVu Sans,10'
$series1 << END
0 300.00 400.00 500.00 650.00 1500.00
1 20.00 30.00 50.00 60.00 61.00
END
plot $series1 using 1:3:2:6:5:(0.5) with candlesticks whiskerbars 0.5 fillstyle solid 1.0 border linecolor '#000000' linecolor '#bcd3e6' linewidth 1 notitle, \
     $series1 using ($1 - 0.25):4:(0.5):(0) with vectors nohead linetype 1 linecolor '#000000' linewidth 3 notitle
