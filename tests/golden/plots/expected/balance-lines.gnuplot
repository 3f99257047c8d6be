# cellbook 0.1.0
# digest of the book 7a45392151bbd6d532a66d198ab49a0a623950ac7a6a8bb8358a4504a8bf08fb
set encoding utf8
set terminal svg size 800,500 noenhanced font 'DejaVu Sans,12' background '#ffffff'
set border 3
set samples 2
set grid ytics back linetype 1 linecolor '#d8d8d8' linewidth 0.5
set label 1 'Balances: acct:assets cur:CIG' at screen 0.5, screen 480.0/500 center font 'DejaVu Sans,14'
set key at screen 0.5, screen 466.0/500 center top horizontal maxcols 2 Left reverse samplen 4
set tmargin at screen 374.0/500
set xlabel 'Period'
set xrange [-0.6:3.6]
set xtics out nomirror ('1944-05-31' 0, '1944-06-30' 1, '1944-07-31' 2, '1944-08-31' 3)
set ylabel 'Balance at the end of the period (CIG)'
set yrange [-500:2000]
set ytics out nomirror ('-500' -500, '0' 0, '500' 500, '1 000' 1000, '1 500' 1500, '2 000' 2000)
set xzeroaxis linetype 1 linecolor '#000000' linewidth 1 dashtype solid
set bmargin at screen 90.0/500
set rmargin 3
set label 3 '8 of 11 series: those that reach furthest from zero' at screen 8.0/800, screen 24.0/500 left font 'DejaVu Sans,10'
set label 4 'Source: radford.journal; 1944-05-31..1944-08-27; cellbook 0.1.0; digest of the book 7a45392151bb' at screen 8.0/800, screen 10.0/500 left font 'DejaVu Sans,10'
$series1 << END
0 0
1 18
2 18
3 18
END
$series2 << END
0 0
1 -250
2 -250
3 -375
END
$series3 << END
0 0
1 7
2 7
3 32
END
$series4 << END
0 0
1 73
2 73
3 84
END
$series5 << END
0 0
1 29
2 29
3 54
END
$series6 << END
0 0
1 15
2 15
3 47
END
$series7 << END
0 0
1 43
2 43
3 68
END
$series8 << END
0 2000
1 2000
2 2000
3 2000
END
plot $series1 using 1:2 with linespoints linetype 1 linecolor '#1b3a6b' linewidth 2 dashtype solid pointtype 7 pointsize 0.9 pointinterval 1 title 'businesses:laundry', \
     $series2 using 1:2 with linespoints linetype 1 linecolor '#e69f00' linewidth 2 dashtype (10,4) pointtype 5 pointsize 0.9 pointinterval 1 title 'outside:red-cross', \
     $series3 using 1:2 with linespoints linetype 1 linecolor '#0072b2' linewidth 2 dashtype (3,3) pointtype 9 pointsize 0.9 pointinterval 1 title 'prisoners:m1', \
     $series4 using 1:2 with linespoints linetype 1 linecolor '#7fbfe5' linewidth 2 dashtype (12,4,3,4) pointtype 13 pointsize 0.9 pointinterval 1 title 'prisoners:m2', \
     $series5 using 1:2 with linespoints linetype 1 linecolor '#8c2d04' linewidth 2 dashtype (6,3) pointtype 6 pointsize 0.9 pointinterval 1 title 'prisoners:m3', \
     $series6 using 1:2 with linespoints linetype 1 linecolor '#cc79a7' linewidth 2 dashtype (12,3,3,3,3,3) pointtype 4 pointsize 0.9 pointinterval 1 title 'prisoners:m4', \
     $series7 using 1:2 with linespoints linetype 1 linecolor '#000000' linewidth 2 dashtype (2,5) pointtype 8 pointsize 0.9 pointinterval 1 title 'prisoners:padre', \
     $series8 using 1:2 with linespoints linetype 1 linecolor '#009e73' linewidth 2 dashtype (16,5) pointtype 12 pointsize 0.9 pointinterval 1 title 'sections:camp'
