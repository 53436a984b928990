"""Views → text: pages, fragments, assets; decides no facts and knows no site engine."""
