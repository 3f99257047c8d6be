# cellbook 0.1.0
# digest of the book f56647fd53a258912c2eeae4dafb06ce0a507676d4de1bb2c14dcd0dcd8bef49
set encoding utf8
set terminal svg size 800,500 noenhanced font 'DejaVu Sans,12' background '#ffffff'
set border 3
set samples 2
set grid ytics back linetype 1 linecolor '#d8d8d8' linewidth 0.5
set label 1 'Balances: acct:assets:cash' at screen 0.5, screen 480.0/500 center font 'DejaVu Sans,14'
set key at screen 0.5, screen 466.0/500 center top horizontal maxcols 2 Left reverse samplen 4
set tmargin at screen 393.0/500
set xlabel 'Period'
set xrange [-0.6:3.6]
set xtics out nomirror ('2018-05-06' 0, '2018-05-13' 1, '2018-05-20' 2, '2018-05-27' 3)
set ylabel 'Balance at the end of the period (BOB)'
set yrange [-10000:10000]
set ytics out nomirror ('-10 000' -10000, '-8 000' -8000, '-6 000' -6000, '-4 000' -4000, '-2 000' -2000, '0' 0, '2 000' 2000, '4 000' 4000, '6 000' 6000, '8 000' 8000, '10 000' 10000)
set xzeroaxis linetype 1 linecolor '#000000' linewidth 1 dashtype solid
set bmargin at screen 90.0/500
set rmargin 3
set label 3 '1 USD = 6.91 BOB, price of 2018-05-01, for 2018-05-06 to 2018-05-27' at screen 8.0/800, screen 24.0/500 left font 'DejaVu Sans,10'
set label 4 'Source: two-currencies.journal; 2018-04-30..2018-05-25; cellbook 0.1.0; digest of the book f56647fd53a2' at screen 8.0/800, screen 10.0/500 left font 'DejaVu Sans,10'
$series1 << END
0 9674.00
1 2708.00
2 2362.50
3 2362.50
END
$series2 << END
0 4573.00
1 4579.00
2 4579.00
3 4579.00
END
$series3 << END
0 0
1 0
2 0
3 820.00
END
$series4 << END
0 -9674.00
1 -9674.00
2 -9328.50
3 -9328.50
END
$series5 << END
0 1800.00
1 8760.00
2 8760.00
3 7940.00
END
plot $series1 using 1:2 with linespoints linetype 1 linecolor '#1b3a6b' linewidth 2 dashtype solid pointtype 7 pointsize 0.9 pointinterval 1 title 'inmates:i0101:assets:cash', \
     $series2 using 1:2 with linespoints linetype 1 linecolor '#e69f00' linewidth 2 dashtype (10,4) pointtype 5 pointsize 0.9 pointinterval 1 title 'inmates:i0102:assets:cash', \
     $series3 using 1:2 with linespoints linetype 1 linecolor '#0072b2' linewidth 2 dashtype (3,3) pointtype 9 pointsize 0.9 pointinterval 1 title 'outside:city:assets:cash', \
     $series4 using 1:2 with linespoints linetype 1 linecolor '#7fbfe5' linewidth 2 dashtype (12,4,3,4) pointtype 13 pointsize 0.9 pointinterval 1 title 'outside:families:assets:cash', \
     $series5 using 1:2 with linespoints linetype 1 linecolor '#8c2d04' linewidth 2 dashtype (6,3) pointtype 6 pointsize 0.9 pointinterval 1 title 'sections:posta:assets:cash'
