# SPDX-License-Identifier: Apache-2.0
# gnuplot -e "data='FILE'; picture='docs/insync.svg'" tests/bench/insync/plot.gp
set terminal svg size 720,400 font "sans-serif,13" background "#ffffff"
set output picture
set title "Two devices playing the same: how far apart"
set xlabel "s"
set ylabel "ms"
set logscale y
set yrange [0.01:*]
set grid ytics
set key outside bottom center horizontal
stats data index 0 using 1:2 nooutput
least(x) = abs(x) < 0.01 ? 0.01 : abs(x)
plot for [i=0:*] data index i using 1:(least($2)) with points pointtype 7 pointsize 0.3 title columnheader(1)
