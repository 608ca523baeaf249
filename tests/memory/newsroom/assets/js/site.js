let site = 1;
