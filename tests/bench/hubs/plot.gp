# SPDX-License-Identifier: Apache-2.0
# gnuplot -e "data='FILE'; picture='docs/hubs-throughput.svg'" tests/bench/hubs/plot.gp
set terminal svg size 720,400 font "sans-serif,13" background "#ffffff"
set output picture
set title "Changes a second at hubs that share sessions"
set xlabel "users, each with one device that changes something as soon as it has heard of its last"
set logscale x
set xtics (1, 10, 100, 1000)
set yrange [0:*]
set grid ytics
set key left top
plot data using 1:2 with linespoints linewidth 2 pointtype 7 title "one hub, no Redis", \
     data using 1:3 with linespoints linewidth 2 pointtype 5 title "one hub, Redis", \
     data using 1:4 with linespoints linewidth 2 pointtype 9 title "two hubs, Redis"
