# cellbook 0.1.0
# digest of the book 7a45392151bbd6d532a66d198ab49a0a623950ac7a6a8bb8358a4504a8bf08fb
set encoding utf8
set terminal svg size 800,500 noenhanced font 'DejaVu Sans,12' background '#ffffff'
set border 3
set samples 2
set grid ytics back linetype 1 linecolor '#d8d8d8' linewidth 0.5
set label 1 'What camp and parcels brought' at screen 0.5, screen 480.0/500 center font 'DejaVu Sans,14'
set key at screen 0.5, screen 466.0/500 center top horizontal maxcols 3 Left reverse samplen 4
set tmargin at screen 412.0/500
set xlabel 'Period'
set xrange [-0.6:1.6]
set xtics out nomirror ('1944Q2' 0, '1944Q3' 1)
set ylabel 'Change in the period, signs turned (CIG)'
set yrange [0:250]
set ytics out nomirror ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200, '250' 250)
set bmargin at screen 76.0/500
set rmargin 3
set label 3 'Source: radford.journal; 1944-05-31..1944-08-27; cellbook 0.1.0; digest of the book 7a45392151bb' at screen 8.0/800, screen 10.0/500 left font 'DejaVu Sans,10'
$series1 << END
0 250
1 125
END
$series2 << END
0 12
1 6
END
$series3 << END
0 48
1 0
END
$series4 << END
0 4
1 0
END
plot $series1 using ($1 + 0.8 * -3 / 8):2:(0.8 / 4) with boxes fillstyle solid 1.0 border linecolor '#000000' linecolor '#1b3a6b' linewidth 1 title 'gift', \
     $series2 using ($1 + 0.8 * -1 / 8):2:(0.8 / 4) with boxes fillstyle solid 1.0 border linecolor '#000000' linecolor '#e69f00' linewidth 1 title 'restaurant_meal', \
     $series3 using ($1 + 0.8 * 1 / 8):2:(0.8 / 4) with boxes fillstyle pattern 4 border linecolor '#000000' linecolor '#0072b2' linewidth 1 title 'service', \
     $series4 using ($1 + 0.8 * 3 / 8):2:(0.8 / 4) with boxes fillstyle solid 0.4 border linecolor '#000000' linecolor '#7fbfe5' linewidth 1 title 'wage'
